import { meetingRowSchema } from '@techbridge/plugin-bridge-common';
import { MeetingPlanService } from '../review/meetings/MeetingPlanService';
import { MeetingService } from '../review/meetings/MeetingService';
import { CommandCaller } from '../workflow/ItemCommandService';
import { MeetingStep } from './meetingSteps';

const planned = meetingRowSchema.pick({ id: true });

/**
 * Carries out what happened in the review meetings of the demo factory, through
 * the same services as people do.
 *
 * @internal
 */
export class MeetingHistory {
  private readonly ids = new Map<MeetingStep['meeting'], number>();

  constructor(
    private readonly services: {
      meetingPlans: MeetingPlanService;
      meetings: MeetingService;
    },
  ) {}

  /** Carries out one step; what an interrupted load has done stays as it is. */
  async carryOut(step: MeetingStep, caller: CommandCaller): Promise<void> {
    if (step.do === 'plan') {
      await this.plan(step, caller);
      return;
    }
    const { meetings } = this.services;
    const id = this.ids.get(step.meeting) ?? 0;
    const { state, agenda } = await meetings.get(id, caller);
    if (state === 'closed') {
      return;
    }
    switch (step.do) {
      case 'attend':
        await meetings.attend(id, { presence: step.presence }, caller);
        return;
      case 'discuss': {
        const { item: key, presenter, minutes, note } = step;
        const entry = agenda.find(({ item }) => item.key === key);
        const words = { presenter, minutes, note, rev: entry?.rev ?? 0 };
        const change = { do: 'set' as const, item: key, ...words };
        await meetings.changeAgenda(id, change, caller);
        return;
      }
      default:
        await meetings[step.do](id, caller);
    }
  }

  private async plan({ meeting }: MeetingStep, caller: CommandCaller) {
    const { meetingPlans } = this.services;
    const { idempotencyKey } = caller;
    const { text } = await meetingPlans.create(meeting, caller, idempotencyKey);
    this.ids.set(meeting, planned.parse(JSON.parse(text)).id);
  }
}
