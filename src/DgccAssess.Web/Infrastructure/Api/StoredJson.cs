using System.Text;

namespace DgccAssess.Web.Infrastructure.Api;

/// <summary>A stored document as its very bytes, with its hash as validator.</summary>
public sealed class StoredJson(string document, string hash) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => Representation.WriteAsync(httpContext, Encoding.UTF8.GetBytes(document), Representation.Json, hash);
}
