import { z } from 'zod';
import { BridgeClientOptions, BridgeHttp } from './BridgeHttp';
import { endpoints } from './endpoints';
import { MigrationClient } from './MigrationClient';
import { Page } from './paging';
import { PlayInput, WorkflowPlay } from './workflowPlay';
import {
  NewWorkflow,
  VersionStep,
  VersionStepInput,
  WorkflowEdit,
  WorkflowPreview,
  WorkflowSettings,
  WorkflowVersion,
  WorkflowVersionDetail,
} from './workflowVersion';

/**
 * The part of the {@link BridgeClient} about versions of workflows: settings,
 * drafts, putting into force.
 *
 * @public
 */
export abstract class WorkflowVersionClient extends MigrationClient {
  private readonly bridge: BridgeHttp;

  constructor(options: BridgeClientOptions) {
    super(options);
    this.bridge = new BridgeHttp(options);
  }

  /** The versions of a workflow, newest first. */
  listWorkflowVersions(
    id: string,
    query: z.input<typeof endpoints.listWorkflowVersions.query> = {},
  ): Promise<Page<WorkflowVersion>> {
    const params = { id };
    return this.bridge.call(endpoints.listWorkflowVersions, { params, query });
  }

  /** Workflows that are being worked on and have never been in force. */
  listNewWorkflows(): Promise<Page<NewWorkflow>> {
    return this.bridge.call(endpoints.listNewWorkflows, {});
  }

  /** One version: its file, what it changes, who did what with it. */
  getWorkflowVersion(
    id: string,
    version: number,
  ): Promise<WorkflowVersionDetail> {
    const params = { id, version };
    return this.bridge.call(endpoints.getWorkflowVersion, { params });
  }

  /** What can be set of a workflow; without a version the one in force. */
  getWorkflowSettings(id: string, version?: number): Promise<WorkflowSettings> {
    const query = version === undefined ? {} : { version };
    const params = { id };
    return this.bridge.call(endpoints.getWorkflowSettings, { params, query });
  }

  /** What an edit would change, and what the compiler says to it. */
  previewWorkflow(id: string, body: WorkflowEdit): Promise<WorkflowPreview> {
    return this.bridge.call(endpoints.previewWorkflow, {
      params: { id },
      body,
    });
  }

  /** Plays a version through; nothing is kept. */
  playWorkflow(id: string, body: PlayInput): Promise<WorkflowPlay> {
    return this.bridge.call(endpoints.playWorkflow, { params: { id }, body });
  }

  /** Drafts the next version. */
  createWorkflowVersion(
    id: string,
    body: WorkflowEdit,
  ): Promise<WorkflowVersionDetail> {
    const params = { id };
    return this.bridge.call(endpoints.createWorkflowVersion, { params, body });
  }

  /** Edits a draft, which must not have changed since it was read. */
  editWorkflowVersion(
    id: string,
    { version, hash }: { version: number; hash: string },
    edit: WorkflowEdit,
  ): Promise<WorkflowVersionDetail> {
    const params = { id, version };
    const body = { hash, edit };
    return this.bridge.call(endpoints.editWorkflowVersion, { params, body });
  }

  /** Takes a step with a version that is not in force. */
  stepWorkflowVersion(
    step: VersionStep,
    id: string,
    { version, ...body }: VersionStepInput & { version: number },
  ): Promise<WorkflowVersionDetail> {
    if (step === 'publish') {
      const publication = { params: { id }, body: { version, ...body } };
      return this.bridge.call(endpoints.publishWorkflow, publication);
    }
    const row = {
      submit: endpoints.submitWorkflowVersion,
      return: endpoints.returnWorkflowVersion,
      discard: endpoints.discardWorkflowVersion,
    }[step];
    return this.bridge.call(row, { params: { id, version }, body });
  }
}
