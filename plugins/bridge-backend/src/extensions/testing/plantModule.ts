import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  bridgeEffectsExtensionPoint,
  bridgeRolesExtensionPoint,
  EffectToCarryOut,
} from '@techbridge/plugin-bridge-node';

/** What the lamps and the roster of the plant do. */
export interface Plant {
  /** What the lamps were told. */
  lit: EffectToCarryOut[];
  /** Where there is one, the next lamp fails with it. */
  broken?: string;
  /** Who is on duty for a system; a failure where it is none. */
  roster: (system: string) => string[] | Promise<string[]>;
}

/** A module as somebody else writes it: an effect, and a source of roles. */
export function plantModule(plant: Plant) {
  return createBackendModule({
    pluginId: 'bridge',
    moduleId: 'plant',
    register(env) {
      env.registerInit({
        deps: {
          effects: bridgeEffectsExtensionPoint,
          roles: bridgeRolesExtensionPoint,
        },
        async init({ effects, roles }) {
          effects.addEffect({
            use: 'lamp',
            title: { en: 'Light a lamp', zh: '点亮指示灯' },
            schema: {
              type: 'object',
              properties: {
                colour: { type: 'string', enum: ['green', 'red'] },
                text: { type: 'string', title: '文字 Text' },
              },
              required: ['colour'],
            },
            answers: true,
            async handle(effect) {
              plant.lit.push(effect);
              const { broken } = plant;
              delete plant.broken;
              if (broken) {
                throw new Error(broken);
              }
              return `lamp-${plant.lit.length}`;
            },
          });
          roles.addRoleSource({
            source: 'roster',
            title: { en: 'Duty roster', zh: '值班表' },
            schema: {
              type: 'object',
              properties: { system: { type: 'string' } },
              required: ['system'],
            },
            resolve: async ({ system }) => plant.roster(String(system)),
          });
        },
      });
    },
  });
}
