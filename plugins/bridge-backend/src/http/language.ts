import { Language } from '@techbridge/plugin-bridge-common';
import { Request } from 'express';

/** The reader's language, which only `Accept-Language` tells. @internal */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages(['en', 'zh']) === 'zh' ? 'zh' : 'en';
}
