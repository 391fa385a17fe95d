import {
  coreServices,
  createServiceFactory,
  RootLoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';

const report = (message: string, meta?: unknown) =>
  process.stderr.write(`  ${message} ${meta ?? ''}\n`);

const logger: RootLoggerService = {
  error: report,
  warn: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  child: () => logger,
};

const scheduler: SchedulerService = {
  scheduleTask: async () => undefined,
  createScheduledTaskRunner: () => ({ run: async () => undefined }),
  getScheduledTasks: async () => [],
  triggerTask: async () => undefined,
  cancelTask: async () => undefined,
};

/** A logger that tells of errors only. @internal */
export const errorLogger = createServiceFactory({
  service: coreServices.rootLogger,
  deps: {},
  factory: () => logger,
});

/**
 * A scheduler that never runs anything, so that no task of a plugin falls on
 * one side of a comparison.
 *
 * @internal
 */
export const idleScheduler = createServiceFactory({
  service: coreServices.scheduler,
  deps: {},
  factory: () => scheduler,
});
