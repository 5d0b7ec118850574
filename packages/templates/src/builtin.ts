import { agencyImpactProgramme } from './builtin/agency-impact-programme/template.ts';
import { blank } from './builtin/blank/template.ts';
import { coachingDay } from './builtin/coaching-day/template.ts';
import { coachingOrientationDay } from './builtin/coaching-orientation-day/template.ts';
import { cognitiveLoadMap } from './builtin/cognitive-load-map/template.ts';
import { commitmentWall } from './builtin/commitment-wall/template.ts';
import { coreTaskClarifier } from './builtin/core-task-clarifier/template.ts';
import { crazyEights } from './builtin/crazy-eights/template.ts';
import { customerJourney } from './builtin/customer-journey/template.ts';
import { customerProfile } from './builtin/customer-profile/template.ts';
import { daki } from './builtin/daki/template.ts';
import { developmentMapping } from './builtin/development-mapping/template.ts';
import { dialogueCircle } from './builtin/dialogue-circle/template.ts';
import { dotVotingDecision } from './builtin/dot-voting-decision/template.ts';
import { empathyMap } from './builtin/empathy-map/template.ts';
import { expertServiceImpactCustomerView } from './builtin/expert-service-impact-customer-view/template.ts';
import { focusWeek } from './builtin/focus-week/template.ts';
import { fourDimensions } from './builtin/four-dimensions/template.ts';
import { fourLs } from './builtin/four-ls/template.ts';
import { hotAirBalloon } from './builtin/hot-air-balloon/template.ts';
import { howMightWe } from './builtin/how-might-we/template.ts';
import { impactEffort } from './builtin/impact-effort/template.ts';
import { importantUrgent } from './builtin/important-urgent/template.ts';
import { interviewSynthesis } from './builtin/interview-synthesis/template.ts';
import { iooiImpactChain } from './builtin/iooi-impact-chain/template.ts';
import { jobShadowing } from './builtin/job-shadowing/template.ts';
import { kalm } from './builtin/kalm/template.ts';
import { keepDropAddFeedback } from './builtin/keep-drop-add-feedback/template.ts';
import { leanCoffee } from './builtin/lean-coffee/template.ts';
import { learningsCollection } from './builtin/learnings-collection/template.ts';
import { lineUpMap } from './builtin/line-up-map/template.ts';
import { logicModel } from './builtin/logic-model/template.ts';
import { madSadGlad } from './builtin/mad-sad-glad/template.ts';
import { mentoringAgreement } from './builtin/mentoring-agreement/template.ts';
import { mentoringProgrammeDay } from './builtin/mentoring-programme-day/template.ts';
import { mentoringSession } from './builtin/mentoring-session/template.ts';
import { moscow } from './builtin/moscow/template.ts';
import { notToDoList } from './builtin/not-to-do-list/template.ts';
import { oneTwoFourAll } from './builtin/one-two-four-all/template.ts';
import { oneWordClosing } from './builtin/one-word-closing/template.ts';
import { outcomeMap } from './builtin/outcome-map/template.ts';
import { pairInterviewWarmup } from './builtin/pair-interview-warmup/template.ts';
import { peerConsultation } from './builtin/peer-consultation/template.ts';
import { phenomenonMap } from './builtin/phenomenon-map/template.ts';
import { prototypeTest } from './builtin/prototype-test/template.ts';
import { resultCard } from './builtin/result-card/template.ts';
import { roseBudThorn } from './builtin/rose-bud-thorn/template.ts';
import { sailboat } from './builtin/sailboat/template.ts';
import { serviceBlueprint } from './builtin/service-blueprint/template.ts';
import { sixPrinciplesExperiment } from './builtin/six-principles-experiment/template.ts';
import { smallGroupCoaching } from './builtin/small-group-coaching/template.ts';
import { stakeholderMap } from './builtin/stakeholder-map/template.ts';
import { starfish } from './builtin/starfish/template.ts';
import { startStopContinue } from './builtin/start-stop-continue/template.ts';
import { teamHealthCheck } from './builtin/team-health-check/template.ts';
import { theoryOfChange } from './builtin/theory-of-change/template.ts';
import { timeUseChallenges } from './builtin/time-use-challenges/template.ts';
import { timelineRetro } from './builtin/timeline-retro/template.ts';
import { weatherCheckIn } from './builtin/weather-check-in/template.ts';
import { webinarHarvest } from './builtin/webinar-harvest/template.ts';
import { worldCafe } from './builtin/world-cafe/template.ts';
import type { Template } from './format.ts';

/** Templates that ship with the product, in the order of the shelf: one line each. */
export const BUILTIN_TEMPLATES: readonly Template[] = [
  blank,
  startStopContinue,
  fourLs,
  madSadGlad,
  sailboat,
  timelineRetro,
  leanCoffee,
  teamHealthCheck,
  iooiImpactChain,
  theoryOfChange,
  outcomeMap,
  agencyImpactProgramme,
  expertServiceImpactCustomerView,
  customerProfile,
  empathyMap,
  customerJourney,
  serviceBlueprint,
  stakeholderMap,
  howMightWe,
  crazyEights,
  prototypeTest,
  impactEffort,
  importantUrgent,
  dotVotingDecision,
  timeUseChallenges,
  coreTaskClarifier,
  cognitiveLoadMap,
  focusWeek,
  peerConsultation,
  dialogueCircle,
  mentoringAgreement,
  mentoringSession,
  mentoringProgrammeDay,
  jobShadowing,
  developmentMapping,
  coachingOrientationDay,
  coachingDay,
  smallGroupCoaching,
  learningsCollection,
  resultCard,
  interviewSynthesis,
  webinarHarvest,
  fourDimensions,
  sixPrinciplesExperiment,
  phenomenonMap,
  weatherCheckIn,
  lineUpMap,
  oneWordClosing,
  keepDropAddFeedback,
  starfish,
  kalm,
  daki,
  roseBudThorn,
  hotAirBalloon,
  logicModel,
  moscow,
  notToDoList,
  oneTwoFourAll,
  worldCafe,
  pairInterviewWarmup,
  commitmentWall,
];

/** A built-in template by its id. */
export function builtinTemplate(id: string): Template | undefined {
  return BUILTIN_TEMPLATES.find((template) => template.id === id);
}
