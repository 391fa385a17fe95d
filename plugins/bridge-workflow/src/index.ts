/**
 * The workflow engine: a definition in YAML becomes a compiled definition, and
 * commands become steps of an item. Pure: no input or output, no clock, no
 * chance.
 *
 * @packageDocumentation
 */
export * from './definition';
export * from './milestones';
export * from './directory';
export * from './item';
export { actionsOf } from './actions';
export type { OfferedAction } from './actions';
export { compile } from './compile';
export type { Compilation } from './compile';
export type { CompileOptions, EarlierVersion } from './lint/CompileOptions';
export type { Problem } from './problems';
export { conditionsAsked, conditionsOf } from './condition';
export type { OfferedCondition } from './condition';
export type {
  Holidays,
  Plant,
  Weekday,
  WorkCalendar,
  WorkShift,
} from './workCalendar';
export { boardRule } from './boardRule';
export { dueJudge } from './dueJudge';
export { isWorkingBoard, isWorkingTimer } from './isWorkingTimer';
export type { DueJudge, DueStanding } from './dueJudge';
export { refusalsOf } from './refusalsOf';
export type { Refusals } from './refusalsOf';
export { checkForm } from './checkForm';
export { checkParameters, parameterSchemaProblem } from './checkParameters';
export type { ParameterProblem } from './checkParameters';
export type { Difference, DifferenceClass } from './difference/Difference';
export { EFFECTS } from './effects';
export type { EffectKind, RoleSourceKind } from './effects';
export { differencesOf } from './difference/differencesOf';
export { formOf } from './formOf';
export type { DrawnForm } from './formOf';
export { mergeOf, undoOf } from './merge';
export type { OfferedMerge, OfferedUndo } from './merge';
export type { Migration } from './migration/Migration';
export { migrate } from './migration/migrate';
export type { Migrating } from './migration/Migrating';
export { planFor } from './migration/planFor';
export type { MigrationPlan } from './migration/planFor';
export { namedItems } from './itemKeys';
export type { NamedItem } from './itemKeys';
export { partsOf } from './partsOf';
export type { EntryPart } from './partsOf';
export { assigneesOf, directoryNeeds, isUnknown, rolePeople } from './roles';
export type { DirectoryNeeds, RoleSubject } from './roles';
export type { SetWord } from './setWord';
export { deputiesOf } from './standIns';
export type { Deputy } from './standIns';
export { worksOn } from './worksOn';
export { readersOf } from './readersOf';
export { visibilityRefusal } from './visibility';
export { isMisseated } from './reseat';
export { runScenarios } from './scenario/runScenarios';
export type { ScenarioResult } from './scenario/runScenarios';
export type { FiredTimer } from './scenario/Simulation';
export { simulate } from './scenario/simulate';
export type {
  BoardStep,
  Play,
  PlayedAction,
  PlayedBoard,
  PlayedStep,
  StepWords,
} from './scenario/simulate';
export { applySettings } from './settings/applySettings';
export type {
  NewField,
  Setting,
  SettingChange,
  SettingSection,
  SettingValue,
} from './settings/Setting';
export { settingRefusal } from './settings/settingRefusal';
export type { SettingRefusal } from './settings/settingRefusal';
export { settingsOf } from './settings/settingsOf';
export { begin } from './begin';
export type { Start } from './begin';
export { step, timerBoard } from './step';
export type { Command } from './step';
export { tally } from './tally';
export type { Sitting, Tally } from './tally';
export type { VoterInput } from './changeVoters';
export type { HandOverInput } from './handOver';
export { boardsOf, checkBallot } from './voting';
export { valueNames } from './valueNames';
export { webhookOrigin } from './webhookOrigin';
export type { BallotInput, OfferedBoard, OfferedSeat } from './voting';
