// A program of somebody else that connects to a space with openid-client. Prints one JSON object a line:
// first the address a person's browser is to open, then what came of it.
//   node relying-party.mjs ISSUER DEVICE_CLIENT SERVICE_CLIENT SERVICE_SECRET
import { createServer } from 'node:http';
import * as client from 'openid-client';

const [issuer, deviceId, serviceId, serviceSecret] = process.argv.slice(2);
// The server under test speaks plain HTTP on this machine.
const options = { execute: [client.allowInsecureRequests] };
const say = (value) => process.stdout.write(JSON.stringify(value) + '\n');

const caller = async (token) => {
  const answer = await fetch(`${issuer}/api/v1/caller`, { headers: { authorization: `Bearer ${token}` } });
  return answer.ok ? await answer.json() : { status: answer.status };
};

const refusal = async (promise) => promise.then(() => null, (error) => error.error ?? error.code ?? String(error));

const device = await client.discovery(new URL(issuer), deviceId, undefined, client.None(), options);
const service = await client.discovery(new URL(issuer), serviceId, undefined, client.ClientSecretPost(serviceSecret), options);

const verifier = client.randomPKCECodeVerifier();
const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState(), expectedNonce: client.randomNonce(), idTokenExpected: true };

const server = createServer(async (request, response) => {
  const here = new URL(request.url, `http://127.0.0.1:${server.address().port}`);
  if (here.pathname !== '/back') {
    response.writeHead(404).end();
    return;
  }

  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><html lang="en"><title>Connected</title><link rel="icon" href="data:,"><h1>Connected</h1></html>');
  try {
    say(await connect(here));
  } catch (error) {
    say({ failed: `${error.code ?? ''} ${error.message} ${error.cause ? JSON.stringify(error.cause) : ''}` });
  }

  server.close();
  server.closeAllConnections();
});

async function connect(here) {
  const first = await client.authorizationCodeGrant(device, here, checks);
  const person = await client.fetchUserInfo(device, first.access_token, first.claims().sub);
  const second = await client.refreshTokenGrant(device, first.refresh_token);
  const asPerson = await caller(second.access_token);
  const reused = await refusal(client.refreshTokenGrant(device, first.refresh_token));
  const own = await client.clientCredentialsGrant(service, { scope: 'api.results' });
  const asProgram = await caller(own.access_token);
  const active = (await client.tokenIntrospection(service, own.access_token)).active;
  await client.tokenRevocation(service, own.access_token);
  return {
    issuer: first.claims().iss, subject: first.claims().sub, name: person.name, asPerson, rotated: second.refresh_token !== first.refresh_token,
    reused, afterReuse: await caller(second.access_token), asProgram, active, afterRevocation: await caller(own.access_token),
  };
}

server.listen(0, '127.0.0.1', async () => {
  say({
    authorize: client.buildAuthorizationUrl(device, {
      redirect_uri: `http://127.0.0.1:${server.address().port}/back`, scope: 'openid profile offline_access api.results', state: checks.expectedState, nonce: checks.expectedNonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256',
    }).href,
  });
});
