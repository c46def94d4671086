/** What a test can ask afterwards: who asked what, and how it was answered. */
export interface LoggedRequest {
  method: string;
  url: string;
  status: number;
  login: string;
  /** True for a part of a `$batch` request. */
  batched: boolean;
  /** True when it named something that `$metadata` does not know. */
  unknownToMetadata: boolean;
}

export interface RequestLog {
  add(request: LoggedRequest): void;
  all(): readonly LoggedRequest[];
  clear(): void;
}

const mostKept = 20000;

export function createRequestLog(): RequestLog {
  const requests: LoggedRequest[] = [];
  return {
    add: (request) => {
      requests.push(request);
      if (requests.length > mostKept) {
        requests.splice(0, requests.length - mostKept);
      }
    },
    all: () => requests,
    clear: () => {
      requests.length = 0;
    }
  };
}
