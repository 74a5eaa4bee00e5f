using System.Globalization;
using DgccAssess.Core.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DgccAssess.Web.Features.Evidence;

/// <summary>
/// For a page that takes files as they arrive instead of after a copy of them all: reads the fields before the first file, checks the
/// antiforgery token among them (in place of the general filter, which would read the whole form) and leaves the rest to the page.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StreamedUploadAttribute : Attribute, IAsyncAuthorizationFilter, IResourceFilter, IAntiforgeryPolicy, IOrderedFilter
{
    /// <summary>Bytes of all files of one form together.</summary>
    public const long MaxFormBytes = 5 * EvidenceFiles.MaxBytes;

    /// <summary>After the general antiforgery filter, whose place this takes.</summary>
    public int Order => 1001;

    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsPost(http.Request.Method)) return;
        if (http.Request.ContentLength > MaxFormBytes)
        {
            // Nothing is read and nothing is done, so there is nothing to protect.
            http.Features.Set(UploadForm.Oversized);
            return;
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MaxFormBytes;
        if (await ReadAsync(http) is { } form && await IsGenuineAsync(http, form)) http.Features.Set(form);
        else context.Result = new AntiforgeryValidationFailedResult();
    }

    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        context.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
    }

    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }

    private static async Task<UploadForm?> ReadAsync(HttpContext http)
    {
        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type) || type.MediaType != "multipart/form-data") return null;
        var boundary = HeaderUtilities.RemoveQuotes(type.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > FormOptions.DefaultMultipartBoundaryLengthLimit) return null;
        try
        {
            return await UploadForm.BeginAsync(boundary, http.Request.Body, http.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return null;
        }
    }

    private static async Task<bool> IsGenuineAsync(HttpContext http, UploadForm form)
    {
        var options = http.RequestServices.GetRequiredService<IOptions<AntiforgeryOptions>>().Value;
        if (!http.Request.Headers.ContainsKey(options.HeaderName!))
        {
            if (form.Field(options.FormFieldName) is not { Length: > 0 } token || token.Any(char.IsControl)) return false;
            http.Request.Headers[options.HeaderName!] = token;
        }

        return await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http);
    }
}
