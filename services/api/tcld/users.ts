// `tcld user`: invite, list, get, change of roles, delete.
import { tcldV1, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { accessOf, roleOfSpec, rolesOf } from "./roles.ts";
import {
  CLOUD,
  operationId,
  requestStatus,
  translation,
  type CallOperation,
  type Translation,
} from "./translation.ts";

const SERVICE = "api.authservice.v1.AuthService";
type User = temporal.api.cloud.identity.v1.IUser;
interface Changed {
  userId?: string;
  asyncOperation?: temporal.api.cloud.operation.v1.IAsyncOperation | null;
}
interface Page {
  users?: User[];
  nextPageToken?: string;
}
const INVITED_MAX = 100;

const statusOf = ({ asyncOperation }: Changed, id: string): { requestStatus: tcldV1.IRequestStatus } => ({
  requestStatus: requestStatus(asyncOperation, { type: "user", id }),
});

async function read(
  call: CallOperation,
  request: { userId?: string | null; userEmail?: string | null },
): Promise<User> {
  const { userId, userEmail } = request;
  if ((userEmail ?? "") === "")
    return (await call<{ user?: User }>(`${CLOUD}/GetUser`, { userId })).user ?? {};
  const [found] = (await call<Page>(`${CLOUD}/GetUsers`, { email: userEmail })).users ?? [];
  if (found === undefined) throw new CloudError("NOT_FOUND", "There is no user with this address.");
  return found;
}

function tcldUser(user: User): tcldV1.IUser {
  return {
    id: user.id ?? "",
    resourceVersion: user.resourceVersion ?? "",
    spec: {
      email: user.spec?.email ?? "",
      roles: rolesOf(user.spec?.access ?? {}).map(({ id }) => id ?? ""),
    },
    // The numbers are the same.
    state: (user.state ?? 0) as number,
    requestId: user.asyncOperationId ?? "",
    invitation:
      user.invitation == null
        ? null
        : {
            createdTime: user.invitation.createdTime ?? null,
            expiryTime: user.invitation.expiredTime ?? null,
          },
    createdTime: user.createdTime ?? null,
    lastModifiedTime: user.lastModifiedTime ?? null,
  };
}

/** Each is an operation of its own; tcld is told of the last one. */
async function invite(
  call: CallOperation,
  request: tcldV1.IInviteUsersRequest,
): Promise<tcldV1.IInviteUsersResponse> {
  const specs = request.specs ?? [];
  if (specs.length === 0 || specs.length > INVITED_MAX)
    throw new CloudError("INVALID_ARGUMENT", `specs: must be 1 to ${INVITED_MAX} users.`, { field: "specs" });
  // All of them are read before the first is made.
  const wanted = specs.map(({ email, roles }) => ({ email, access: accessOf(roles ?? []) }));
  const { asyncOperationId } = operationId(request);
  let status: tcldV1.IInviteUsersResponse = {};
  for (const [index, spec] of wanted.entries()) {
    const id = asyncOperationId === "" || index === 0 ? asyncOperationId : `${asyncOperationId}-${index}`;
    const made = await call<Changed>(`${CLOUD}/CreateUser`, { spec, asyncOperationId: id });
    status = statusOf(made, made.userId ?? "");
  }
  return status;
}

const reads: Translation[] = [
  translation({
    rpc: `${SERVICE}/GetRoles`,
    request: tcldV1.GetRolesRequest,
    response: tcldV1.GetRolesResponse,
    run: async (call, { userId }) => ({
      roles: rolesOf((await read(call, { userId: userId ?? "" })).spec?.access ?? {}),
    }),
  }),
  translation({
    rpc: `${SERVICE}/GetRolesByPermissions`,
    request: tcldV1.GetRolesByPermissionsRequest,
    response: tcldV1.GetRolesByPermissionsResponse,
    run: async (call, { specs }) => {
      // Roles are the same for everybody; the call keeps those out who have no account.
      await call(`${CLOUD}/GetCurrentIdentity`, {});
      return { roles: (specs ?? []).map(roleOfSpec) };
    },
  }),
  translation({
    rpc: `${SERVICE}/GetUsers`,
    request: tcldV1.GetUsersRequest,
    response: tcldV1.GetUsersResponse,
    run: async (call, { pageSize, pageToken, namespace }) => {
      const page = await call<Page>(`${CLOUD}/GetUsers`, { pageSize, pageToken, namespace });
      return { users: (page.users ?? []).map(tcldUser), nextPageToken: page.nextPageToken ?? "" };
    },
  }),
  translation({
    rpc: `${SERVICE}/GetUser`,
    request: tcldV1.GetUserRequest,
    response: tcldV1.GetUserResponse,
    run: async (call, request) => ({ user: tcldUser(await read(call, request)) }),
  }),
];

export const userTranslations: Translation[] = [
  ...reads,
  translation({
    rpc: `${SERVICE}/InviteUsers`,
    request: tcldV1.InviteUsersRequest,
    response: tcldV1.InviteUsersResponse,
    run: invite,
  }),
  translation({
    rpc: `${SERVICE}/ResendUserInvite`,
    request: tcldV1.ResendUserInviteRequest,
    response: tcldV1.ResendUserInviteResponse,
    run: async (call, request) => {
      const rpc = "cellplane.cloud.v1.UserService/ResendInvitation";
      const { userId } = request;
      return statusOf(await call<Changed>(rpc, { userId, ...operationId(request) }), userId ?? "");
    },
  }),
  translation({
    rpc: `${SERVICE}/UpdateUser`,
    request: tcldV1.UpdateUserRequest,
    response: tcldV1.UpdateUserResponse,
    run: async (call, request) => {
      const { userId, resourceVersion } = request;
      const before = (await read(call, { userId: userId ?? "" })).spec;
      const access = accessOf(request.spec?.roles ?? [], before?.access ?? {});
      const spec = { email: request.spec?.email ?? "", access };
      const change = { userId, spec, resourceVersion, ...operationId(request) };
      return statusOf(await call<Changed>(`${CLOUD}/UpdateUser`, change), userId ?? "");
    },
  }),
  translation({
    rpc: `${SERVICE}/DeleteUser`,
    request: tcldV1.DeleteUserRequest,
    response: tcldV1.DeleteUserResponse,
    run: async (call, request) => {
      const { userId, resourceVersion } = request;
      const answer = await call<Changed>(`${CLOUD}/DeleteUser`, {
        userId,
        resourceVersion,
        ...operationId(request),
      });
      return statusOf(answer, userId ?? "");
    },
  }),
];
