using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Instruments;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Awards.Explain;

/// <summary>The names of what rules refer to: the space's own, and the instrument's in its latest version here.</summary>
public sealed class FindAwardTerms(TenantDbContext db, InstrumentLibrary library)
{
    public async Task<Func<string, AwardTerms>> HandleAsync(string instrumentCode, CancellationToken ct)
    {
        var settings = db.Space.Settings;
        var latest = await db.InstrumentVersions.Where(v => v.Code == instrumentCode).OrderByDescending(v => v.ImportedAt).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
        var instrument = latest is { } id ? await library.GetAsync(id, ct) : null;
        return language =>
        {
            var texts = instrument?.TextsIn(language);
            return new AwardTerms
            {
                Group = code => Name(settings.AgencyGroups, code, language),
                Region = code => Name(settings.Regions, code, language),
                Node = code => texts is null ? code : $"{texts.Name(code)} ({code})",
                Predicate = code => texts?.Predicate(code) ?? code,
                Instrument = code => texts is null ? code : $"{texts.Title} ({code})",
            };
        };
    }

    private static string Name(IReadOnlyList<NamedCode> names, string code, string language) => names.FirstOrDefault(n => n.Code == code)?.Names.In(language) ?? code;
}
