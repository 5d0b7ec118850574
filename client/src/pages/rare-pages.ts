/** Pages that few open, or that come after another. Which files each needs is told here, not in what everybody loads. */
export const RARE_PAGES = {
  setup: async () => (await import('./setup/setup-page.tsx')).SetupPage,
  invitation: async () => (await import('./invitation/invitation-page.tsx')).InvitationPage,
  phone: async () => (await import('./phone/phone-page.tsx')).PhonePage,
  display: async () => (await import('./display/display-page.tsx')).DisplayPage,
  plan: async () => (await import('./plan/plan-page.tsx')).PlanPage,
  runSheet: async () => (await import('./plan/run-sheet-page.tsx')).RunSheetPage,
};
