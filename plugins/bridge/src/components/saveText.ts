import { saveFile } from './saveFile';

/** Hands the reader a text as a file. @internal */
export function saveText(name: string, text: string, type: string): void {
  saveFile(name, new Blob([text], { type }));
}
