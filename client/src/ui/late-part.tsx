import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { LateCode } from './late-code.ts';
import { withWords } from './lazy-part.ts';

/** A component whose code comes later; it draws nothing until then. */
export interface LatePart<Props extends object> {
  (props: Props): ReactNode;
  /** Asks for the code, as when somebody points at what will need it. */
  fetch(): void;
}

function Late<Props extends object>(props: { late: LateCode<ComponentType<Props>>; props: Props }): ReactNode {
  const { late } = props;
  const [Shown, show] = useState(() => late.code);
  useEffect(() => {
    if (Shown) return undefined;
    let left = false;
    void late.fetch().then((code) => {
      if (!left) show(() => code);
    });
    return () => {
      left = true;
    };
  }, [late, Shown]);
  return Shown ? <Shown {...props.props} /> : null;
}

/**
 * A part of an open page that is {@link LateCode}. Once its code is here it is drawn at once, which `React.lazy` holds
 * back for up to 300 ms.
 */
export function latePart<Props extends object>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  const late = new LateCode(withWords(load));
  return Object.assign((props: Props) => <Late late={late} props={props} />, { fetch: () => void late.fetch() });
}
