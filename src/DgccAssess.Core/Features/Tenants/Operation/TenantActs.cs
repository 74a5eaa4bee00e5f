using DgccAssess.Core.Audit;

namespace DgccAssess.Core.Features.Tenants.Operation;

// In the hub's audit trail.

public sealed record TenantSuspended(string SpaceId, string Reason) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantResumed(string SpaceId) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantExportRequested(string SpaceId) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantExported(string SpaceId, long Bytes, string Sha256) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantExportFailed(string SpaceId, string Error) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantExportFetched(string SpaceId, string File) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantDeletionOrdered(string SpaceId, DateTime DueAt) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantDeletionCancelled(string SpaceId) : AuditFact($"spaces/{SpaceId}");

public sealed record TenantDeleted(string SpaceId) : AuditFact($"spaces/{SpaceId}");

// In the tenant's own: what the platform's operator did with it.

public sealed record SpaceSuspended(string Operator, string Reason) : AuditFact("space");

public sealed record SpaceResumed(string Operator) : AuditFact("space");

public sealed record SpaceExported(string Operator, long Bytes, string Sha256) : AuditFact("space");

public sealed record SpaceDeletionOrdered(string Operator, DateTime DueAt) : AuditFact("space");

public sealed record SpaceDeletionCancelled(string Operator) : AuditFact("space");
