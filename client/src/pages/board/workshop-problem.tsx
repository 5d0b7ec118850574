import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ClientProblemCode } from '../../api/problem.ts';
import { useT } from '../../ui/i18n.tsx';
import { PageFrame } from '../../ui/page-frame.tsx';
import { MessageState } from '../../ui/states.tsx';

/** Why a person does not see the board. */
export type Obstacle = 'removed' | 'gone' | 'signedOut' | 'forbidden' | 'notFound' | 'away';

/** The obstacle behind a problem of the server. */
export function obstacleOf(code: ClientProblemCode): Obstacle {
  switch (code) {
    case 'removed-from-workshop':
      return 'removed';
    case 'not-found':
      return 'notFound';
    case 'sign-in-needed':
    case 'not-allowed':
      return 'forbidden';
    default:
      return 'away';
  }
}

/** Ways out that make sense for an obstacle. */
const MAY_JOIN: readonly Obstacle[] = ['removed', 'signedOut', 'forbidden'];
const MAY_SIGN_IN: readonly Obstacle[] = ['signedOut', 'forbidden'];

/** A page that says why there is no board and what to do next. `children`: work of the person that waits here. */
export function WorkshopProblem(props: {
  obstacle: Obstacle;
  path: string;
  onRetry?: () => void;
  children?: ReactNode;
}): ReactNode {
  const t = useT();
  const { obstacle } = props;
  return (
    <PageFrame title={t(`error.${obstacle}.title`)}>
      <MessageState title={t(`error.${obstacle}.title`)} text={t(`error.${obstacle}.text`)} role="alert">
        {obstacle === 'away' && props.onRetry ? <Button onClick={props.onRetry}>{t('common.retry')}</Button> : null}
        {MAY_JOIN.includes(obstacle) ? (
          <Button component={Link} to="/join">
            {t('join.title')}
          </Button>
        ) : null}
        {MAY_SIGN_IN.includes(obstacle) ? (
          <Button variant="default" component={Link} to={`/sign-in?next=${encodeURIComponent(props.path)}`}>
            {t('signIn.submit')}
          </Button>
        ) : null}
        {MAY_JOIN.includes(obstacle) ? null : (
          <Button variant="default" component={Link} to="/">
            {t('common.toHome')}
          </Button>
        )}
      </MessageState>
      {props.children}
    </PageFrame>
  );
}
