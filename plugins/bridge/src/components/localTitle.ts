import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_TITLE_EN,
  ANNOTATION_TITLE_ZH,
  Language,
} from '@techbridge/plugin-bridge-common';
import { localName } from './localName';

/** What an entity is called in the reader's language. @internal */
export function localTitle(entity: Entity, language: Language): string {
  const { annotations, title, name } = entity.metadata;
  const key = language === 'zh' ? ANNOTATION_TITLE_ZH : ANNOTATION_TITLE_EN;
  return annotations?.[key] ?? localName(title ?? name, language);
}
