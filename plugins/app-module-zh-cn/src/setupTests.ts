import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A whole app starts in these tests; a busy machine takes its time.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 10_000 });
