using System.Globalization;
using System.Security.Claims;
using DgccAssess.Core.Tenancy;
using DgccAssess.Web.Infrastructure;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>How many forms with files are taken: per person, and per network address with room for a ministry behind one. Each is unpacked and looked at, which costs more than a page.</summary>
public sealed class UploadLimits : IDisposable
{
    /// <summary>A minute of one person: the files of four answers, dropped at once.</summary>
    public const int PerPerson = 120;

    /// <summary>A minute from one address.</summary>
    public const int PerAddress = 1200;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly RequestWindow addresses = new(PerAddress, Window);
    private readonly RequestWindow people = new(PerPerson, Window);

    /// <summary>Counts the request; one too many is told how many seconds to wait, in the answer's header too.</summary>
    public int? Count(HttpContext http)
    {
        var space = http.RequestServices.GetRequiredService<SpaceContext>().Space.Id;
        if ((addresses.Count($"{space} {http.Connection.RemoteIpAddress}") ?? people.Count($"{space} {http.User.FindFirstValue(ClaimTypes.NameIdentifier)}")) is not { } wait) return null;

        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    public void Dispose()
    {
        addresses.Dispose();
        people.Dispose();
    }
}
