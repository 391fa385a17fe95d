declare module 'react-helmet' {
  import { ComponentType } from 'react';

  export const Helmet: ComponentType<{ title?: string }>;
}
