import fc from 'fast-check';
import { AnswerJudge, RawAnswer } from './AnswerJudge';
import { AnswerMemory } from './AnswerMemory';
import { CALLERS, FuzzPlant } from './FuzzPlant';
import {
  FuzzRequest,
  FuzzRequests,
  OpenApiDocument,
  Operation,
} from './FuzzRequests';

/** How many requests are under way at a time. */
const AT_ONCE = 8;

/** What compiles workflows takes long, and has its turn in some rounds only. */
const SELDOM: { [operation: string]: number } = {
  ...{ reloadWorkflows: 15, validateWorkflow: 8, previewWorkflow: 8 },
  ...{ createWorkflowVersion: 2, editWorkflowVersion: 2 },
};

/** After so many faults, others would say nothing new. */
const MOST_FAULTS = 30;

/** More than this of a request or an answer is not told. */
const TOLD = 2_000;

/** The operations whose turn it is, one after the other. */
function* turns(operations: Operation[]): Generator<Operation, never> {
  for (let round = 0; ; round++) {
    for (const operation of operations) {
      if (round % (SELDOM[operation.operationId] ?? 1) === 0) {
        yield operation;
      }
    }
  }
}

/**
 * Sends requests that come from a seed. They also come from what was answered
 * before: a few are under way at a time, and what they bring is learnt in the
 * order in which they were sent.
 */
export class FuzzRun {
  readonly judge: AnswerJudge;
  private readonly memory: AnswerMemory;
  private readonly requests: FuzzRequests;
  /** One example of each fault. */
  private readonly examples = new Map<string, string>();

  private constructor(
    private readonly plant: FuzzPlant,
    document: OpenApiDocument,
    private readonly seed: number,
  ) {
    this.memory = new AnswerMemory(plant.known);
    this.requests = new FuzzRequests(document, this.memory, CALLERS);
    this.judge = new AnswerJudge(document);
  }

  /** Prepares a run over every operation that the plant says it has. */
  static async over(plant: FuzzPlant, seed: number): Promise<FuzzRun> {
    return new FuzzRun(plant, await plant.document(), seed);
  }

  /** What was wrong with answers, each with a request that shows it. */
  get faults(): string[] {
    return [...this.examples.values()];
  }

  /** Sends requests for one operation after the other. */
  async send(count: number): Promise<void> {
    const { stackTraceLimit } = Error;
    // Nobody asks where thousands of refusals were thrown, and it takes long.
    Error.stackTraceLimit = 0;
    try {
      await this.sendAll(count);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  }

  private async sendAll(count: number): Promise<void> {
    const seeds = fc.sample(fc.integer(), { seed: this.seed, numRuns: count });
    const turn = turns(this.requests.operations);
    for (let first = 0; first < count; first += AT_ONCE) {
      const batch = seeds
        .slice(first, first + AT_ONCE)
        .map(seed => this.requests.request(turn.next().value, seed));
      const answers = await Promise.all(
        batch.map(request => this.plant.send(request)),
      );
      answers.forEach((answer, place) =>
        this.take(first + place, batch[place], answer),
      );
    }
  }

  private take(place: number, request: FuzzRequest, answer: RawAnswer): void {
    const { operation, path, caller, headers, body = '' } = request;
    const fault = this.judge.fault(request, answer);
    if (!fault) {
      this.remember(request, answer);
      return;
    }
    const { operationId, method } = operation;
    const title = `${operationId} ${answer.status}: ${fault}`;
    const example = [
      `${title} (request ${place} of TECHBRIDGE_FUZZ_SEED=${this.seed})`,
      `${method.toUpperCase()} ${path} as ${caller}`,
      JSON.stringify(headers).slice(0, TOLD),
      body.slice(0, TOLD),
      `→ ${answer.text.slice(0, TOLD)}`,
    ];
    if (this.examples.size < MOST_FAULTS && !this.examples.has(title)) {
      this.examples.set(title, example.join('\n'));
    }
  }

  private remember(request: FuzzRequest, answer: RawAnswer): void {
    const { operation, caller, pathValues } = request;
    const schema = this.judge.nameOf(operation, answer);
    if (schema && answer.status < 300) {
      const shown = { schema, caller, path: pathValues };
      const value = JSON.parse(answer.text);
      this.memory.learn({ ...shown, value }, operation.operationId);
    }
  }
}
