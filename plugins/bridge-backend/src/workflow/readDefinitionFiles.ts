import { promises as fs } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import { DefinitionFile } from './DefinitionService';
import { NotificationTexts } from './effects/NotifyEffect';
import { HOLIDAYS_FILE } from './readHolidays';

const TEXTS = 'notifications.yaml';
const OTHERS = [TEXTS, HOLIDAYS_FILE];

const YAML = /\.ya?ml$/;

/**
 * The definitions in some folders. A later file takes the place of an earlier
 * one of the same workflow, also while it has mistakes: then nothing changes.
 *
 * @internal
 */
export async function readDefinitionFiles(
  folders: string[],
): Promise<DefinitionFile[]> {
  const files = new Map<string, DefinitionFile>();
  for (const folder of folders) {
    const names = await fs.readdir(folder);
    for (const name of names.sort()) {
      if (YAML.test(name) && !OTHERS.includes(name)) {
        const file = join(folder, name);
        const yaml = await fs.readFile(file, 'utf8');
        files.set(idIn(yaml) ?? name.replace(YAML, ''), { file, yaml });
      }
    }
  }
  return [...files.values()];
}

// A file that cannot be read as YAML goes by its name.
function idIn(yaml: string): string | undefined {
  try {
    const id = parse(yaml)?.metadata?.id;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}

/** The texts of notifications in some folders; a later one wins. @internal */
export async function readNotificationTexts(
  folders: string[],
): Promise<NotificationTexts> {
  const texts: NotificationTexts = new Map();
  for (const folder of folders) {
    const yaml = await fs.readFile(join(folder, TEXTS), 'utf8').catch(() => '');
    for (const [name, text] of Object.entries(parse(yaml) ?? {})) {
      texts.set(name, text as { title: { en: string; zh: string } });
    }
  }
  return texts;
}
