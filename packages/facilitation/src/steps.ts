import type { AreaMessages } from '@talkoot/i18n';
import type { AgendaStep } from '@talkoot/protocol';
import { readSettings, type ValuesOf, type Settings } from './settings.ts';
import type { StepType } from './step-type.ts';
import { breakStep } from './steps/break/type.ts';
import { breakoutStep } from './steps/breakout/type.ts';
import { buildStep } from './steps/build/type.ts';
import { checkInStep } from './steps/check-in/type.ts';
import { checkOutStep } from './steps/check-out/type.ts';
import { clusteringStep } from './steps/clustering/type.ts';
import { commitmentStep } from './steps/commitment/type.ts';
import { discussionStep } from './steps/discussion/type.ts';
import { energiserStep } from './steps/energiser/type.ts';
import { feedbackStep } from './steps/feedback/type.ts';
import { instructionStep } from './steps/instruction/type.ts';
import { linkingStep } from './steps/linking/type.ts';
import { matrixStep } from './steps/matrix/type.ts';
import { oneTwoFourAllStep } from './steps/one-two-four-all/type.ts';
import { openWritingStep } from './steps/open-writing/type.ts';
import { plenaryShareStep } from './steps/plenary-share/type.ts';
import { privateWritingStep } from './steps/private-writing/type.ts';
import { qualityCheckStep } from './steps/quality-check/type.ts';
import { revealStep } from './steps/reveal/type.ts';
import { roundRobinStep } from './steps/round-robin/type.ts';
import { votingStep } from './steps/voting/type.ts';

/** Every type of step, in the order of a workshop: one line each. */
export const STEP_TYPES: ReadonlyMap<string, StepType> = new Map(
  [
    checkInStep,
    instructionStep,
    privateWritingStep,
    openWritingStep,
    revealStep,
    roundRobinStep,
    oneTwoFourAllStep,
    clusteringStep,
    linkingStep,
    buildStep,
    votingStep,
    matrixStep,
    breakoutStep,
    plenaryShareStep,
    discussionStep,
    qualityCheckStep,
    commitmentStep,
    breakStep,
    energiserStep,
    feedbackStep,
    checkOutStep,
  ].map((type) => [type.type, type]),
);

/** The words of all types of steps. */
export const STEP_MESSAGES: AreaMessages<string>[] = [...STEP_TYPES.values()].map(({ messages }) => messages);

/** The type of a step; undefined for one that this version does not know. */
export function typeOf(step: Pick<AgendaStep, 'type'>): StepType | undefined {
  return STEP_TYPES.get(step.type);
}

/** The settings of a step, with defaults for what it does not set. */
export function settingsOf(step: Pick<AgendaStep, 'type' | 'settings'>): ValuesOf<Settings> {
  return readSettings(typeOf(step)?.settings ?? {}, step.settings);
}
