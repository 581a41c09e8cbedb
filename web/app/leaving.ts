// What is kept on this computer of a person who leaves goes; what others have typed here and not sent yet
// stays (docs/decisions/0028).
import type { Client } from "../client/ask";

// Once the server knows this person no more. Without a net, or a database, there is nothing to be done.
export async function forgetPerson(client: Client, person: number): Promise<void> {
  try {
    const school = await client.get<{ log: string }>("api/v1/school");
    const { keptOf } = await import("../stating/keeping");
    await (await keptOf(school.log, person)).forget();
  } catch {
    // It is no reason to stay.
  }
}
