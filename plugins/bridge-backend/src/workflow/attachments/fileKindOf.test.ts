import { fileKindOf } from './fileKindOf';
import { fileName } from './fileName';
import { archive } from './testing/files';

const bytes = (text: string) => Buffer.from(text, 'latin1');
const TYPES = '[Content_Types].xml';

describe('what a file is', () => {
  it.each([
    ['a JPEG', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'x.txt', 'jpeg'],
    ['a PNG', bytes('\x89PNG\r\n\x1a\n\0'), 'x.pdf', 'png'],
    ['a WebP', bytes('RIFF\x24\0\0\0WEBPVP8 '), 'x', 'webp'],
    ['a PDF', bytes('%PDF-1.7\n%\xe2\xe3'), 'x.jpg', 'pdf'],
    ['a table', archive(TYPES, 'xl/workbook.xml'), 'x.zip', 'xlsx'],
    ['a document', archive(TYPES, 'word/document.xml'), 'x', 'docx'],
    ['slides', archive(TYPES, 'ppt/presentation.xml'), 'x', 'pptx'],
    ['a text', Buffer.from('设备停机 09:40\r\n\t换料'), 'x.exe', 'txt'],
    ['a CSV', Buffer.from('\ufeff工位,停机\n3,12\n'), 'Stops.CSV', 'csv'],
    // 停机 as an older Windows writes it.
    ['a text in GB18030', bytes('\xcd\xa3\xbb\xfa'), 'x.txt', 'txt'],
  ])('%s', (_, file, name, kind) => {
    expect(fileKindOf(file, name)).toEqual({ kind });
  });

  it.each([
    ['HTML', '<!doctype html><script>alert(1)</script>', 'file-type'],
    ['SVG', '\n <svg xmlns="http://www.w3.org/2000/svg"/>', 'file-type'],
    ['XML', '\xef\xbb\xbf<?xml version="1.0"?><svg/>', 'file-type'],
    ['a program', 'MZ\x90\0\x03\0\0\0', 'file-type'],
    ['a program of Linux', '\x7fELF\x02\x01\x01\0', 'file-type'],
    ['a GIF', 'GIF89a\x01\0\x01\0', 'file-type'],
    ['an older document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'file-type'],
    ['a text in UTF-16', '\xff\xfea\0b\0', 'file-type'],
    ['broken bytes', '\xff\xff\xff\xff', 'file-type'],
    ['a photo of an iPhone', '\0\0\0\x18ftypheic\0\0\0\0', 'file-heic'],
    ['another HEIC', '\0\0\0\x18ftypmif1\0\0\0\0', 'file-heic'],
    ['an AVIF', '\0\0\0\x1cftypavif\0\0\0\0', 'file-type'],
  ])('%s is refused', (_, file, refused) => {
    expect(fileKindOf(bytes(file), 'photo.jpg')).toEqual({ refused });
  });

  it.each([
    ['an archive of something', archive('run.sh'), 'file-type'],
    ['one that only says so', archive('xl/workbook.xml'), 'file-type'],
    [
      'a table with macros',
      archive(TYPES, 'xl/workbook.xml', 'xl/vbaProject.bin'),
      'file-macros',
    ],
  ])('%s is refused', (_, file, refused) => {
    expect(fileKindOf(file, 'x.xlsx')).toEqual({ refused });
  });
});

describe('what it is saved as', () => {
  it.each([
    ['照片 1.JPG', 'jpeg', '照片 1.jpg'],
    ['scan.jpeg', 'jpeg', 'scan.jpeg'],
    ['start.bat', 'txt', 'start.bat.txt'],
    ['report.pdf.exe', 'pdf', 'report.pdf.exe.pdf'],
    ['photo.heic', 'jpeg', 'photo.heic.jpg'],
    ['../../etc/passwd', 'txt', 'passwd.txt'],
    ['C:\\Users\\x\\表.xlsx', 'xlsx', '表.xlsx'],
    ['a<b>|"c".csv', 'csv', 'a b c .csv'],
    ['...', 'png', 'file.png'],
    ['.png', 'png', 'png.png'],
    ['/', 'pdf', 'file.pdf'],
  ] as const)('%s, a %s: %s', (name, kind, saved) => {
    expect(fileName(name, kind)).toBe(saved);
  });

  it('is never longer than can be kept', () => {
    const name = fileName(`${'汉'.repeat(200)}.pdf`, 'pdf');
    expect(name).toBe(`${'汉'.repeat(116)}.pdf`);
  });
});
