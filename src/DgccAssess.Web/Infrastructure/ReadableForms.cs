using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace DgccAssess.Web.Infrastructure;

/// <summary>A form that can't be read is the sender's fault (400), whoever in the pipeline reads it first.</summary>
public sealed class ReadableForms(IFormFeature inner) : IFormFeature
{
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

    private static BadHttpRequestException Refusal(Exception e) => new("The form can't be read.", StatusCodes.Status400BadRequest, e);
}

public static class ReadableFormsPipeline
{
    public static IApplicationBuilder UseReadableForms(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<FormOptions>>().Value;
        return app.Use((context, next) =>
        {
            context.Features.Set<IFormFeature>(new ReadableForms(new FormFeature(context.Request, options)));
            return next(context);
        });
    }
}
