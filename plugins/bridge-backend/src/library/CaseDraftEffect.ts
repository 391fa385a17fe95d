import { DueEffect, WorkItem } from '@techbridge/bridge-workflow';
import { DraftEffect, ItemToCreate } from '../workflow';
import { draftCase } from './draftCase';
import { caseTextIn, proposersIn } from './model';
import { Transaction } from './RevisionStore';
import { ChainItem, ChainReader } from './workItems';

/**
 * Begins a case with what its source and all that led to it say, so that its
 * author only has to tell the story.
 *
 * @internal
 */
export class CaseDraftEffect implements DraftEffect {
  readonly use = 'openCaseDraft';

  constructor(private readonly chains: ChainReader) {}

  /** The item of a case that documents the source. */
  async draft(
    trx: Transaction,
    effect: DueEffect,
    source: WorkItem,
  ): Promise<ItemToCreate> {
    const language = effect.with.language === 'en' ? 'en' : 'zh';
    const chain = await this.chains.chainOf(trx, source.key);
    const { systems = [], title = source.key } = caseTextIn(source.data);
    const { title: wanted = title } = caseTextIn(effect.with);
    return {
      workflow: 'case-review',
      link: 'documents',
      data: {
        title: wanted,
        type: effect.with.type ?? 'case',
        ...(systems.length > 0 && { system: systems[0], systems }),
        language,
        authors: proposersIn(source),
        source: source.key,
        body: draftCase(withCurrent(chain, source), language),
        ...(effect.with.data as object | undefined),
      },
    };
  }
}

// What the command itself changes is not in the database yet.
function withCurrent(chain: ChainItem[], { key, data }: WorkItem): ChainItem[] {
  return chain.map(item => (item.key === key ? { ...item, data } : item));
}
