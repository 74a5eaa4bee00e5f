using System.Security.Cryptography;
using DgccAssess.Core.Audit;
using DgccAssess.Core.Data;
using DgccAssess.Core.Security;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Sharing.Agreements;

/// <param name="Number">Of the agreement.</param>
/// <param name="Name">Of the file.</param>
/// <param name="Content">A PDF.</param>
/// <param name="Version">The version of the agreement that the page showed.</param>
public sealed record AttachDocumentCommand(int Number, string Name, byte[] Content, int? Version);

public sealed record AgreementDocumentAdded(string Code, int Number, string Name, string Sha256) : AuditFact($"rounds/{Code}/sharing/{Number}");

/// <summary>Adds the signed paper to a draft; the latest one counts, earlier ones are kept.</summary>
public sealed class AttachDocument(TenantDbContext db, ActorContext actor, AuditTrail audit, TimeProvider clock)
{
    private static ReadOnlySpan<byte> Begin => "%PDF-"u8;

    public async Task<Result> HandleAsync(AttachDocumentCommand command, CancellationToken ct = default)
    {
        if (!actor.Current.Can(Permissions.SharingDecide)) return Result.Forbidden();
        if (command.Version is not { } version) return Result.Invalid(nameof(command.Version), Messages.VersionMissing);
        if (await db.SharingAgreements.FirstOrDefaultAsync(a => a.Number == command.Number, ct) is not { } agreement) return Result.NotFound();
        if (command.Content.Length == 0) return Result.Invalid("Document", SharingMessages.DocumentMissing);
        if (command.Content.Length > SharingRules.DocumentBytes) return Result.Invalid("Document", SharingMessages.DocumentTooLarge, SharingRules.DocumentBytes / (1024 * 1024));
        if (!command.Content.AsSpan().StartsWith(Begin)) return Result.Invalid("Document", SharingMessages.DocumentNoPdf);

        var hash = Convert.ToHexStringLower(SHA256.HashData(command.Content));
        if (await db.SharingDocuments.Where(d => d.AgreementId == agreement.Id).OrderByDescending(d => d.AddedAt).Select(d => d.Sha256).FirstOrDefaultAsync(ct) == hash) return Result.Ok;
        if (agreement.Version != version) return Result.Stale();
        if (agreement.State is not AgreementState.Draft) return Result.Conflict(SharingMessages.NotDraft);
        var name = Path.GetFileName(command.Name.Replace('\\', '/')).Trim();
        if (name.Length is 0 or > SharingRules.FileNameLength) name = $"agreement-{agreement.Number}.pdf";
        var round = await db.Rounds.Where(r => r.Id == agreement.RoundId).Select(r => r.Code).SingleAsync(ct);
        db.SharingDocuments.Add(new SharingDocument { Id = clock.NewId(), AgreementId = agreement.Id, Name = name, Sha256 = hash, Content = command.Content, AddedAt = clock.UtcNow, AddedByName = actor.Current.Name });
        // The version counts up: whoever signs has seen which paper it is.
        db.Entry(agreement).State = EntityState.Modified;
        audit.Record(new AgreementDocumentAdded(round, agreement.Number, name, hash));
        return await db.SaveOrStaleAsync(ct);
    }
}
