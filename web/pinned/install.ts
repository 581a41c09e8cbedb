// Installs the service worker of the pages, and tells when the server has other pages than those that run.
import { changesOf, type Change, type Pins } from "./pins";

export interface Update {
  version: string;
  changes: Change[];
  take(): void; // the new pages, at once and in all tabs
}

interface Policy {
  createScriptURL(address: string): string;
}
interface Policies {
  createPolicy(name: string, rules: Policy): Policy;
}

// The one script whose address the page hands to the browser as text (Content-Security-Policy: trusted-types).
function workerAddress(): string {
  const policies = (globalThis as { trustedTypes?: Policies }).trustedTypes;
  const address = "./service_worker.js";
  if (policies === undefined) return address;
  return policies.createPolicy("letopis", { createScriptURL: (asked) => {
    if (asked !== address) throw new TypeError(asked);
    return asked;
  } }).createScriptURL(address);
}

async function pinsOf(worker: ServiceWorker): Promise<Pins> {
  const { port1, port2 } = new MessageChannel();
  const told = new Promise<Pins>((resolve) => { port1.onmessage = ({ data }: MessageEvent<Pins>) => resolve(data); });
  worker.postMessage("pins", [port2]);
  return await told;
}

// Where a browser has no service workers, or the page is not on a secure address, nothing is installed.
export async function install(updated: (update: Update) => void): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  let taken = false;
  serviceWorker.addEventListener("controllerchange", () => { if (taken) location.reload(); });
  const registration = await serviceWorker.register(workerAddress(), { updateViaCache: "none" });
  const tell = async (waiting: ServiceWorker): Promise<void> => {
    if (registration.active === null || serviceWorker.controller === null) return;
    const [before, after] = await Promise.all([pinsOf(registration.active), pinsOf(waiting)]);
    const take = (): void => {
      taken = true;
      waiting.postMessage("take");
    };
    updated({ version: after.version, changes: changesOf(before, after), take });
  };
  if (registration.waiting !== null) await tell(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const coming = registration.installing;
    coming?.addEventListener("statechange", () => { if (coming.state === "installed") void tell(coming); });
  });
}

// The digest of the pages that run, for people to compare; nothing where no service worker runs them.
export async function runningPins(): Promise<Pins | undefined> {
  const running = "serviceWorker" in navigator ? navigator.serviceWorker.controller : null;
  return running === null ? undefined : await pinsOf(running);
}
