using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Tenants;
using DgccAssess.Core.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace DgccAssess.Core.Features.Papers;

/// <summary>Name, colour and picture of the space, as papers print them.</summary>
public sealed class ReadPaperTenant(TenantDbContext db, SpaceInfo space)
{
    public async Task<PaperTenant> HandleAsync(string language, CancellationToken ct)
    {
        var logo = space.Settings.Logo is null ? null
            : await db.SpacePictures.AsNoTracking().Where(p => p.Name == SpacePicture.Logo).Select(p => new PaperLogo(p.MediaType, p.Content)).FirstOrDefaultAsync(ct);
        return new PaperTenant(space.Settings.Names.In(language), space.Settings.Accent, logo);
    }
}

internal static class PaperDates
{
    /// <summary>The day on which an instant fell in the space.</summary>
    public static DateOnly DayOf(this SpaceInfo space, DateTime instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(instant, TimeZoneInfo.FindSystemTimeZoneById(space.Settings.TimeZone)));
}
