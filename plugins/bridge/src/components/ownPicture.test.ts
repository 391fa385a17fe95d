import { ownPicture } from './ownPicture';

it.each([
  ['/img/scanner.png', true],
  ['scanner.png', true],
  ['data:image/png;base64,iVBORw0KGgo=', true],
  ['data:image/svg+xml;base64,PHN2Zz4=', false],
  ['https://elsewhere.example/p.png', false],
  ['//elsewhere.example/p.png', false],
  ['\\\\elsewhere.example/p.png', false],
  ['mailto:somebody@elsewhere.example', false],
  ['https://[', false],
])('a picture at %s is fetched: %s', (address, fetched) => {
  expect(ownPicture(address)).toBe(fetched ? address : '');
});
