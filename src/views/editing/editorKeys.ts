import type * as React from 'react';

/** Ctrl+Enter saves and Esc leaves, wherever in the editor the keys are pressed. */
export function editorKeys(submit: () => void, leave: () => void): React.KeyboardEventHandler {
  return (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault();
      event.stopPropagation();
      leave();
    }
  };
}
