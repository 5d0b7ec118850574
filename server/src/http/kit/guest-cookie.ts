import type { Response } from 'express';
import { GUEST_DAYS } from '../../auth/guests.ts';
import type { Services } from '../../services.ts';

/** Lets a browser be known in a workshop by the token of a guest session. */
export function giveGuestCookie(
  { cookies }: Pick<Services, 'cookies'>,
  response: Response,
  workshopId: string,
  token: string,
): void {
  response.cookie(cookies.guest(workshopId), token, { ...cookies.attributes, maxAge: GUEST_DAYS * 86_400_000 });
}
