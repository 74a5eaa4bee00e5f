using DgccAssess.Core.Features.National;
using DgccAssess.Core.Security;
using DgccAssess.Web.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace DgccAssess.Web.Features.National;

/// <summary>The national result of a round: how are we, why, what next; then groups, predicates, change and gap.</summary>
[Authorize(Policy = Policies.ReadRounds)]
public sealed class NationalModel(ReadNational read, ReadInstrument instruments, ActorContext actor) : NationalPageModel(read, instruments)
{
    private readonly ReadNational read = read;

    public IReadOnlyList<NationalVersion> Versions { get; private set; } = [];
    public bool MayPublish => actor.Current.Can(Permissions.RoundsOrganize);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is { } refused) return refused;
        Versions = await read.VersionsAsync(Round, ct);
        return Page();
    }
}
