// How many statements of a person wait on this computer; what the rules refused and the person has not
// seen counts, too. The outbox's code is fetched only where somebody leaves.
import type { Client } from "../client/ask";
import { NoNet } from "../client/problem";

export async function unsentOf(client: Client, person: number): Promise<number> {
  const school = await client.get<{ log: string }>("api/v1/school");
  const { keptOf } = await import("../stating/keeping").catch(() => { throw new NoNet(); });
  return (await keptOf(school.log, person)).count;
}
