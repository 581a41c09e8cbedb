// How slips are made in the application: codes by this browser, for this school's log.
import type { Client } from "../client/ask";
import { NoNet } from "../client/problem";
import type { SlipMaking } from "../office/slips";
import type { CarryOut } from "../stating/carry_out";

export async function slipMaking(client: Client, carryOut: CarryOut): Promise<SlipMaking> {
  const { log } = await client.get<{ log: string }>("api/v1/school");
  const { makeCode } = await import("../keys/code").catch(() => { throw new NoNet(); });
  return { make: () => makeCode(log), carryOut };
}
