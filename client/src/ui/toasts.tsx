import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';

const STAYS_MS = 6_000;
/** Long enough to read, find and press "undo" by keyboard. */
const UNDO_STAYS_MS = 15_000;

/** Says in the corner that something was done. Also read aloud. */
export function toast(message: string): void {
  notifications.show({ message, autoClose: STAYS_MS });
}

/** Says that something did not work. Stays until closed. */
export function toastProblem(message: string): void {
  notifications.show({ message, color: 'red', autoClose: false });
}

/** Says what was done and offers to undo it. */
export function toastWithUndo(message: string, undoLabel: string, undo: () => void): void {
  const id = notifications.show({
    autoClose: UNDO_STAYS_MS,
    message: (
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm">{message}</Text>
        <Button
          size="sm"
          variant="light"
          onClick={() => {
            notifications.hide(id);
            undo();
          }}
        >
          {undoLabel}
        </Button>
      </Group>
    ),
  });
}
