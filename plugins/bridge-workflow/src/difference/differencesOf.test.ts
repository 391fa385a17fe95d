import { parse } from 'yaml';
import { Action, WorkflowDefinition } from '../definition';
import { differencesOf } from './differencesOf';
import { compiledFile, shippedFile } from '../testing/shippedFile';

/** As much of a file as is edited here. */
interface EditedSpec {
  states: {
    undecided: { actions: { [action: string]: object } };
    deferred: { actions: { [action: string]: object } };
    board: { approval: { boards: { board: { close: string } } } };
  };
  roles: { finance: { from: { group: string } } };
  forms: { submit: { fields: string[] } };
  scenarios: object[];
}

describe('the differences of two versions', () => {
  const proposal = shippedFile('proposal');
  const definition = compiledFile(proposal);

  function edited(edit: (spec: EditedSpec) => void): WorkflowDefinition {
    const file: { spec: EditedSpec } = parse(proposal);
    edit(file.spec);
    file.spec.scenarios = [];
    return compiledFile(JSON.stringify(file));
  }

  it('name what is new, gone and built another way', () => {
    const after = edited(({ states, roles }) => {
      states.undecided.actions.giveUp = {
        label: { en: 'Give up', zh: '放弃' },
        by: 'chair',
        to: 'stopped',
      };
      delete states.deferred.actions.withdraw;
      states.board.approval.boards.board.close = 'deadline';
      roles.finance.from = { group: 'group:default/accounting' };
    });
    const told = differencesOf(definition, after, { board: 2 });
    expect(told.map(one => `${one.class}: ${one.message.en}`)).toEqual([
      'blocked: Board “IT review board › IT review board” has changed',
      'minor: Action “Too few have voted › Give up” is new',
      'minor: Action “Deferred › Withdraw” is gone',
      'minor: Controller on the board › Group: group:default/benefit-control → group:default/accounting',
      'patch: The scenarios have changed',
    ]);
  });

  it('name what only moves or is played through otherwise', () => {
    const after = edited(({ forms }) => {
      forms.submit.fields.reverse();
    });
    const told = differencesOf(definition, after);
    expect(told.map(one => one.message)).toEqual([
      {
        en: 'Form “Submit”: its fields stand in another order or look otherwise',
        zh: '表单“提交”：字段的顺序或样式有变更',
      },
      { en: 'The scenarios have changed', zh: '情景有变更' },
    ]);
  });
});

const requirement = compiledFile(shippedFile('requirement'));
const CHANGE = 'Approved and frozen › Change what was approved';

/** What a change of the workflow is called, and the same change taken back. */
function both(edit: (states: WorkflowDefinition['states']) => void) {
  const before = requirement;
  const after = structuredClone(before);
  edit(after.states);
  return [differencesOf(before, after), differencesOf(after, before)].map(
    differences => differences.map(({ message }) => message),
  );
}

function keeping({ frozen }: WorkflowDefinition['states']): Action {
  const [action] = Object.values(frozen.actions).filter(({ keep }) => keep);
  return action;
}

describe('what is kept, and what leads back to it', () => {
  it('is told of an action that keeps, or does so no longer', () => {
    expect(both(states => delete keeping(states).keep)).toEqual([
      [
        {
          en: `“${CHANGE}” no longer keeps the item as it stands`,
          zh: '“已批准（冻结） › 变更已批准的需求”不再保留单据当时的样子',
        },
      ],
      [
        {
          en: `“${CHANGE}” now keeps the item as it stands, so that a way can lead back to it`,
          zh: '“已批准（冻结） › 变更已批准的需求”现在保留单据当时的样子，以便之后恢复',
        },
      ],
    ]);
  });

  it('is told of an action and of a branch, by where they led before', () => {
    const [there, back] = both(({ draft, refusal }) => {
      draft.actions.withdrawRevision.to = '$previous';
      if (refusal.type === 'choice') {
        refusal.choose[0].to = 'rejected';
      }
    });
    expect(there).toEqual([
      {
        en: '“Draft › Withdraw the change” now leads to “the state before it” instead of back to what was kept',
        zh: '“起草 › 撤回变更”改为转到“之前的状态”，不再恢复所保留的内容',
      },
      {
        en: '“What the refusal means” now leads to “Not approved” instead of back to what was kept',
        zh: '“未批准的处理”改为转到“未批准”，不再恢复所保留的内容',
      },
    ]);
    expect(back.map(({ zh }) => zh)).toEqual([
      '“起草 › 撤回变更”改为恢复所保留的内容，不再转到“之前的状态”',
      '“未批准的处理”改为恢复所保留的内容，不再转到“未批准”',
    ]);
  });

  it('is part of what is told where branches come or go, or else changes', () => {
    const [more] = both(({ refusal }) => {
      if (refusal.type === 'choice') {
        refusal.choose.shift();
      }
    });
    expect(more.map(({ en }) => en)).toEqual([
      'Choice of the way “What the refusal means” has changed',
    ]);
    const [twice] = both(states => {
      const action = keeping(states);
      delete action.keep;
      action.max = 3;
    });
    expect(twice.map(({ en }) => en)).toEqual([
      `Action “${CHANGE}” has changed`,
      `“${CHANGE}” no longer keeps the item as it stands`,
    ]);
  });
});
