using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Infrastructure;

/// <summary>A form that can't be read is the sender's fault (400), whoever in the pipeline reads it first.</summary>
public sealed class ReadableForms(IFormFeature inner) : IFormFeature
{
    /// <summary>Somebody tried to read it, in vain: what was bound since is empty.</summary>
    public bool IsUnreadable { get; private set; }

    public bool HasFormContentType => inner.HasFormContentType;

    public IFormCollection? Form
    {
        get => inner.Form;
        set => inner.Form = value;
    }

    public IFormCollection ReadForm()
    {
        try
        {
            return inner.ReadForm();
        }
        catch (Exception e) when (IsOutOfShape(e))
        {
            throw Refusal(e);
        }
    }

    public async Task<IFormCollection> ReadFormAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await inner.ReadFormAsync(cancellationToken);
        }
        catch (Exception e) when (IsOutOfShape(e))
        {
            throw Refusal(e);
        }
    }

    // Not supported: a charset nobody should write in.
    private static bool IsOutOfShape(Exception e) => e is InvalidDataException or NotSupportedException or (IOException and not BadHttpRequestException);

    private BadHttpRequestException Refusal(Exception e)
    {
        IsUnreadable = true;
        return new("The form can't be read.", StatusCodes.Status400BadRequest, e);
    }
}

public static class ReadableFormsPipeline
{
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<FormOptions>>().Value;
        return app.Use((context, next) =>
        {
            // A form with it can't be read either; no text holds a NUL, and PostgreSQL fails over it.
            if (context.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            {
                context.Response.StatusCode = StatusCodes.Status400BadRequest;
                return Task.CompletedTask;
            }

            context.Features.Set<IFormFeature>(new ReadableForms(new FormFeature(context.Request, options)));
            return next(context);
        });
    }
}
