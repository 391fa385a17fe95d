import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A whole app starts in these tests; a busy machine takes its time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });

// Nothing is laid out here, so sheets of styles tell nothing that these tests
// ask for; to match them against an element costs more than all else together.
// What is seen, the tests in Chromium show.
window.getComputedStyle = element => (element as HTMLElement).style;
