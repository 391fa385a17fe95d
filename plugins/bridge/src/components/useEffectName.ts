import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { operationsTranslationRef } from '../translation/operations';

/** Says what an effect does; of one of a plant's own what the file says. @internal */
export function useEffectName(): (use: string) => string {
  const { t } = useTranslationRef(operationsTranslationRef);
  return use => {
    switch (use) {
      case 'notify':
      case 'tellLinked':
      case 'tellStuck':
      case 'createItem':
      case 'linkItem':
      case 'openCaseDraft':
      case 'publishCase':
      case 'webhook':
      case 'comment':
      case 'appoint':
      case 'awardPoints':
      case 'catalogEntity':
      case 'scaffolderTask':
        return t(`use.${use}`);
      default:
        return use;
    }
  };
}
