import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import classes from './brand.module.css';

/** Mark and name; leads to the front page. `compact` shows the mark alone. */
export function Brand({ label, compact = false }: { label: string; compact?: boolean }): ReactNode {
  return (
    <Link to="/" className={classes.link} aria-label={`Talkoot: ${label}`}>
      <Group gap="xs" wrap="nowrap">
        <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
          <rect width="32" height="32" rx="9" fill="#1769aa" />
          <rect x="6" y="7" width="13" height="13" rx="3" fill="#ffe08a" />
          <rect x="13" y="12" width="13" height="13" rx="3" fill="#fffdf8" />
        </svg>
        {compact ? null : (
          <Text component="span" fw={700} size="lg">
            Talkoot
          </Text>
        )}
      </Group>
    </Link>
  );
}
