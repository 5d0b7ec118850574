import { groupNameIn } from '@talkoot/i18n';
import type { ReactNode } from 'react';
import { usePeople } from '../../sync/use-session.ts';
import { useT } from '../../ui/i18n.tsx';
import type { SceneProps } from './display-layout.tsx';
import classes from './display.module.css';

/** Who works with whom. */
export function GroupScene({ session }: SceneProps): ReactNode {
  const t = useT();
  const { people } = usePeople(session);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return (
    <ul className={classes.groups}>
      {session.view().groups.map(({ id, name, members }) => (
        <li key={id} className={classes.group}>
          <h2 className={classes.groupName}>{groupNameIn(name, t)}</h2>
          <ul>
            {members.map((member) => (
              <li key={member}>{names.get(member) ?? ''}</li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
