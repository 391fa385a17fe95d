import {
  applySettings,
  Compilation,
  settingsOf,
  WorkflowDefinition,
} from '@techbridge/bridge-workflow';
import {
  BridgeError,
  WorkflowEdit,
  WorkflowReport,
} from '@techbridge/plugin-bridge-common';
import { checkReferences } from '../checkReferences';
import { ReferenceChecker } from '../hooks';
import { checkChanges } from './checkChanges';
import { reportOf } from './reportOf';

/** A file with what the compiler has said to it. @internal */
export interface EditedFile {
  yaml: string;
  compilation: Compilation;
}

/** Makes files of edits: of settings of another version, or as they were sent. @internal */
export class VersionEdits {
  constructor(
    private readonly parts: {
      /** The version that is set otherwise; without a number that in force. */
      record: (
        id: string,
        version?: number,
      ) => Promise<{ yaml: string; definition: WorkflowDefinition }>;
      references: ReferenceChecker;
      compile: (yaml: string) => Promise<Compilation>;
    },
  ) {}

  /** What a workflow would be, whether or not it could be kept. */
  async read(id: string, edit: WorkflowEdit): Promise<EditedFile> {
    const yaml = 'yaml' in edit ? edit.yaml : await this.withSettings(id, edit);
    return { yaml, compilation: await this.parts.compile(yaml) };
  }

  /** What is to be said of a file that is to be one of this workflow. */
  report(id: string, { compilation }: EditedFile): WorkflowReport {
    const report = reportOf(compilation);
    const { definition } = compilation;
    if (!definition || definition.id === id) {
      return report;
    }
    const problem = {
      ...{ severity: 'error' as const, rule: 'other-workflow', line: 1 },
      ...{ path: 'metadata.id', message: otherWorkflow(definition.id, id) },
      remedy: { en: `Write “${id}” there.`, zh: `请改为“${id}”。` },
    };
    return { ...report, ok: false, problems: [problem, ...report.problems] };
  }

  /**
   * What is to be kept of a workflow.
   *
   * @throws BridgeError `workflow-refused` with the report
   */
  async readSound(id: string, edit: WorkflowEdit) {
    const file = await this.read(id, edit);
    const report = this.report(id, file);
    const { yaml, compilation } = file;
    const { definition } = compilation;
    if (!definition || !report.ok || report.hash === undefined) {
      const error = report.problems.find(one => one.severity === 'error');
      throw refused(error?.message, report);
    }
    return { yaml, definition, hash: report.hash };
  }

  private async withSettings(
    id: string,
    { basedOn, changes }: Extract<WorkflowEdit, { changes: unknown }>,
  ): Promise<string> {
    const { yaml, definition } = await this.parts.record(id, basedOn);
    const settings = settingsOf(definition);
    const groups = checkChanges({ id, settings }, changes);
    await checkReferences(this.parts.references, groups, '');
    return applySettings(yaml, definition, changes);
  }
}

function refused(
  problem: { en: string; zh: string } | undefined,
  current: unknown,
): BridgeError {
  const params = { problemEn: problem?.en ?? '', problemZh: problem?.zh ?? '' };
  return new BridgeError('workflow-refused', { params, current });
}

function otherWorkflow(found: string, wanted: string) {
  return {
    en: `The file is of “${found}”, not of “${wanted}”.`,
    zh: `文件是流程“${found}”的，不是“${wanted}”的。`,
  };
}
