export { localName } from '@techbridge/plugin-bridge-common';
