import { z } from 'zod';

const NAME = '[a-z0-9A-Z]([-a-z0-9A-Z_.]{0,61}[a-z0-9A-Z])?';

function entityRefSchema(kind: 'user' | 'group' | 'system') {
  return z
    .string()
    .max(140)
    .regex(new RegExp(`^${kind}:${NAME}/${NAME}$`, 'i'), {
      message: `${kind}:default/name`,
    })
    .toLowerCase();
}

/** A full reference to a User of the catalog, in lower case. @public */
export const userRefSchema = entityRefSchema('user');

/** A full reference to a Group of the catalog, in lower case. @public */
export const groupRefSchema = entityRefSchema('group');

/**
 * The name of an enterprise system: at most 51 characters, because the name of
 * its super-user team adds 12 and an entity name has at most 63.
 *
 * @public
 */
export const systemNameSchema = z
  .string()
  .max(51)
  .regex(/^[a-z0-9A-Z]([-a-z0-9A-Z_.]*[a-z0-9A-Z])?$/, { message: 'mes-2' })
  .toLowerCase();

/**
 * A person in a path: a full User reference, or a name in the namespace
 * `default`. Becomes the full reference.
 *
 * @public
 */
export const userParameterSchema = z
  .string()
  .max(140)
  .regex(new RegExp(`^(user:${NAME}/)?${NAME}$`, 'i'), {
    message: 'chen.zhiyuan',
  })
  .toLowerCase()
  .overwrite(value =>
    value.startsWith('user:') ? value : `user:default/${value}`,
  );

/** The last part of an entity reference. @public */
export function nameOfRef(entityRef: string): string {
  return entityRef.slice(entityRef.lastIndexOf('/') + 1);
}
