using DgccAssess.Core.Data;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Web.Features.Countries;

/// <summary>Who publishes to the hub, from where, and by which key and program it is known. Nothing that was shared is here.</summary>
[Authorize(Policy = Policies.OperateTenants)]
public sealed class PartnersModel(HubDbContext db) : PageModel
{
    public const string Registered = "registered";
    public const string Changed = "changed";

    /// <summary>A partner; without a program it is a tenant of this installation, without a time it has not published yet.</summary>
    public sealed record Row(string Id, LocalizedText Names, string Country, string KeyId, DateTime RegisteredAt, int LastSequence, DateTime? ReceivedAt, PartnerProgram? Program)
    {
        public string Name => Names.InCurrentLanguage();
    }

    public sealed record PartnerProgram(string Name, bool IsRevoked);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What led here, said once: of this class.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>With whom it was done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Partner { get; set; }

    /// <summary>Null where nothing was done, or not by this address.</summary>
    public Row? DoneWith => Done is Registered or Changed ? Rows.FirstOrDefault(r => r.Id == Partner && r.Program is not null) : null;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await (
            from p in db.SharingPartners
            join c in db.ApiClients on p.ClientId equals c.Id into programs
            from c in programs.DefaultIfEmpty()
            select new
            {
                p.Id, p.Names, p.Country, p.KeyId, p.RegisteredAt, p.LastSequence, IsElsewhere = p.ClientId != null, c.DisplayName, c.RevokedAt,
                ReceivedAt = db.SharingReceipts.Where(r => r.PartnerId == p.Id && r.Sequence == p.LastSequence).Select(r => (DateTime?)r.ReceivedAt).FirstOrDefault(),
            }).AsNoTracking().ToListAsync(ct);
        Rows =
        [
            .. found.Select(p => new Row(p.Id, p.Names, p.Country, p.KeyId, p.RegisteredAt, p.LastSequence, p.ReceivedAt, p.IsElsewhere ? new(p.DisplayName ?? "–", p.RevokedAt is not null) : null))
                .OrderBy(r => r.Name, StringComparer.CurrentCulture),
        ];
    }
}
