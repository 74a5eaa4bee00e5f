using System.Text;
using DgccAssess.Core.Features.Api;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>One resource as JSON.</summary>
/// <param name="value">What the caller sees.</param>
/// <param name="tag">Its version; of the content where it has none.</param>
/// <param name="status">200 or 201.</param>
/// <param name="location">Address of what was made.</param>
public sealed class ResourceAnswer<T>(T value, string? tag = null, int status = StatusCodes.Status200OK, string? location = null) : IResult, IKeepable
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (location is not null) httpContext.Response.Headers.Location = location;
        var content = Representation.ToJson(httpContext, value);
        return Representation.WriteAsync(httpContext, content, Representation.Json, tag ?? Representation.TagOf(content), status);
    }

    GivenAnswer IKeepable.Keep(HttpContext http)
    {
        var content = Representation.ToJson(http, value);
        return new GivenAnswer { Status = status, Tag = tag ?? Representation.TagOf(content), Location = location, Content = Encoding.UTF8.GetString(content) };
    }
}
