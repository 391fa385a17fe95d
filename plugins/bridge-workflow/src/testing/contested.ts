import { improvement } from './improvement';

/**
 * The workflow of the tests, with a chair who may veto and a council that may
 * override it; while too few have voted they get more time. Newcomers vote, too,
 * and approvals stand on after a send-back.
 *
 * @internal
 */
export const contested = improvement(yaml =>
  yaml
    .replace(
      'chair: speaker\n',
      'chair: speaker\n            electorate: live\n            veto: { by: speaker, override: { threshold: 0.8 } }\n',
    )
    .replace(
      'deadline: { after: P5D, then: noQuorum }\n          safety',
      'deadline: { after: P5D, extend: { by: P2D, times: 2 }, then: noQuorum }\n          safety',
    )
    .replace(
      'cancelOthersOn: [rejected]',
      'cancelOthersOn: [rejected]\n        materialFields: [price]\n        carryOver: approve',
    )
    .replace('after P4D, after P5D]', 'after P4D, after P9D]')
    .replace(
      'vote council reject x5',
      'veto council, vote council approve x3, vote council reject x2',
    ),
);
