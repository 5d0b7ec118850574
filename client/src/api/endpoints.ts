import {
  type AcceptInvitationInput,
  ActivityList,
  Agenda,
  type BlobAdoption,
  BlobView,
  type Command,
  CommandResult,
  DisplayEntry,
  DisplayLink,
  DisplayList,
  InvitationView,
  type JoinInput,
  JoinPreview,
  JoinResult,
  Me,
  PeopleView,
  PersonView,
  type SessionInput,
  type SetupInput,
  TemplateList,
  VersionList,
  VersionView,
  type WorkshopInput,
  WorkshopList,
  type WorkshopPatch,
  WorkshopView,
} from '@talkoot/protocol';
import { nanoid } from 'nanoid';
import { z } from 'zod/mini';
import { BASE, request, requestBytes, requestNothing } from './request.ts';

const InvitationPreview = z.object({ teamName: z.string() });

/**
 * A command as pages give it. Its id is made when it is sent; with an id of its own it is carried out once, however
 * often and however much later it is sent again.
 */
export type CommandWithoutId = Command extends infer C
  ? C extends { id: string }
    ? Omit<C, 'id'> & { id?: string }
    : never
  : never;

function at(...parts: string[]): string {
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

/** Where the small picture of a board is. */
export function thumbnailAddress(id: string, scheme: 'light' | 'dark'): string {
  return `${BASE}${at('workshops', id, 'thumbnail')}?scheme=${scheme}`;
}

/** The HTTP contract, one function a resource and verb. */
export const api = {
  setup: (input: SetupInput) => requestNothing('POST', '/setup', input),
  signIn: (input: SessionInput) => requestNothing('POST', '/session', input),
  signOut: () => requestNothing('DELETE', '/session'),
  me: () => request('GET', '/me', Me),

  workshops: () => request('GET', '/workshops', WorkshopList),
  createWorkshop: (input: WorkshopInput) => request('POST', '/workshops', WorkshopView, input),
  workshop: (id: string) => request('GET', at('workshops', id), WorkshopView),
  patchWorkshop: (id: string, patch: WorkshopPatch) => request('PATCH', at('workshops', id), WorkshopView, patch),
  deleteWorkshop: (id: string) => requestNothing('DELETE', at('workshops', id)),
  duplicateWorkshop: (id: string) => request('POST', at('workshops', id, 'duplicate'), WorkshopView),
  agenda: (id: string) => request('GET', at('workshops', id, 'agenda'), Agenda),
  people: (id: string) => request('GET', at('workshops', id, 'people'), PeopleView),
  command: (id: string, command: CommandWithoutId) =>
    request('POST', at('workshops', id, 'commands'), CommandResult, { id: nanoid(), ...command }),
  upload: (id: string, image: Blob) => request('POST', at('workshops', id, 'blobs'), BlobView, image),
  adoptBlobs: (id: string, input: BlobAdoption) => requestNothing('POST', at('workshops', id, 'blobs', 'adopt'), input),
  blobUrl: (id: string, hash: string) => `${BASE}${at('workshops', id, 'blobs', hash)}`,

  versions: (id: string, before?: string) =>
    request(
      'GET',
      `${at('workshops', id, 'versions')}${before ? `?before=${encodeURIComponent(before)}` : ''}`,
      VersionList,
    ),
  versionState: (id: string, versionId: string) => requestBytes(at('workshops', id, 'versions', versionId)),
  nameVersion: (id: string, versionId: string, name: string) =>
    request('PATCH', at('workshops', id, 'versions', versionId), VersionView, { name }),
  activity: (id: string, page: { element?: string | undefined; before?: number | undefined }) => {
    const query = new URLSearchParams(page.element === undefined ? {} : { element: page.element });
    if (page.before !== undefined) query.set('before', String(page.before));
    return request('GET', `${at('workshops', id, 'activity')}?${query}`, ActivityList);
  },
  deleteVersion: (id: string, versionId: string) =>
    requestNothing('DELETE', at('workshops', id, 'versions', versionId)),

  join: (input: JoinInput) => request('POST', '/join', JoinResult, input),
  joinPreview: (code: string) => request('GET', at('join', code), JoinPreview),

  addPaperPerson: (id: string, name: string) => request('POST', at('workshops', id, 'people'), PersonView, { name }),
  displays: (id: string) => request('GET', at('workshops', id, 'displays'), DisplayList),
  newDisplay: (id: string, name: string) => request('POST', at('workshops', id, 'displays'), DisplayLink, { name }),
  endDisplay: (id: string, displayId: string) => requestNothing('DELETE', at('workshops', id, 'displays', displayId)),
  enterDisplay: (secret: string) => request('POST', '/displays/enter', DisplayEntry, { secret }),

  templates: () => request('GET', '/templates', TemplateList),
  invite: (teamId: string) => request('POST', at('teams', teamId, 'invitations'), InvitationView, {}),
  invitation: (token: string) => request('GET', at('invitations', token), InvitationPreview),
  acceptInvitation: (token: string, input: AcceptInvitationInput) =>
    requestNothing('POST', at('invitations', token), input),
};
