// Between the browser and the school: gives out the page under the server's content policy, passes the
// rest on, and can be cut.
import * as http from "node:http";
import type { AddressInfo, Socket } from "node:net";

const kPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export class Net {
  private readonly sockets = new Set<Socket>();
  private readonly server: http.Server;
  private whole = true;
  readonly stated: string[] = []; // bodies of commands that came through

  // As a proxy does, it may have the school below a path of its own: "/district/nn125".
  constructor(private readonly school: number, private readonly files: Map<string, { type: string; body: string }>,
    private readonly prefix = "") {
    this.server = http.createServer((request, answer) => this.pass(request, answer));
    this.server.on("connection", (socket) => {
      if (!this.whole) return void socket.destroy();
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket));
    });
  }

  async begin(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://localhost:${(this.server.address() as AddressInfo).port}`;
  }

  cut(): void {
    this.whole = false;
    for (const socket of this.sockets) socket.destroy();
  }
  mend(): void {
    this.whole = true;
  }
  end(): void {
    this.cut();
    this.server.close();
  }

  private pass(request: http.IncomingMessage, answer: http.ServerResponse): void {
    if (!request.url!.startsWith(`${this.prefix}/`)) {
      answer.writeHead(404);
      return void answer.end();
    }
    const url = request.url!.slice(this.prefix.length);
    const file = this.files.get(url);
    if (file) {
      answer.writeHead(200, { "content-type": file.type, "content-security-policy": kPolicy });
      return void answer.end(file.body);
    }
    const { method, headers } = request;
    const on = http.request({ host: "127.0.0.1", port: this.school, method, headers, path: url }, (told) => {
      answer.writeHead(told.statusCode!, told.headers);
      told.pipe(answer);
    });
    on.on("error", () => answer.destroy());
    answer.on("close", () => on.destroy());
    if (url === "/api/v1/commands" && method === "POST") {
      let body = "";
      request.on("data", (piece: Buffer) => { body += piece.toString(); });
      request.on("end", () => this.stated.push(body));
    }
    request.pipe(on);
  }
}
