using System.Globalization;
using DgccAssess.Core.Data;
using DgccAssess.Core.Features.Improvement;
using DgccAssess.Core.Features.SelfAssessment;
using DgccAssess.Web.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DgccAssess.Web.Features.Improvement;

/// <summary>What the forms of an action ask for.</summary>
public record ActionInput
{
    private const string Day = "yyyy-MM-dd";

    public int? Version { get; init; }
    public string? Text { get; init; }
    public string? Owner { get; init; }
    public string? DueOn { get; init; }
    public string? State { get; init; }
    public string? Note { get; init; }

    public static ActionInput Of(ImprovementAction action) => new()
    {
        Version = action.Version,
        Text = action.Text,
        Owner = action.Owner,
        DueOn = action.DueOn?.ToString(Day, CultureInfo.InvariantCulture),
        State = action.State.ToString(),
        Note = action.Note,
    };

    /// <summary>What was typed as values; what is none is marked at its field.</summary>
    public ActionContent Read(ModelStateDictionary problems, MessageText messages)
    {
        DateOnly? due = null;
        if (!string.IsNullOrWhiteSpace(DueOn))
        {
            if (DateOnly.TryParseExact(DueOn.Trim(), Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) due = day;
            else problems.AddModelError("Input.DueOn", messages.Of(new Problem("", "Improvement.DueOnInvalid")));
        }

        if (!Enum.TryParse<ActionState>(State, out var state) || !Enum.IsDefined(state)) problems.AddModelError("Input.State", messages.Of(new Problem("", "Improvement.StateInvalid")));
        return new ActionContent(TypedText.Lines(Text).Trim(), TypedText.Lines(Owner).Trim(), due, state, TypedText.Lines(Note).Trim());
    }
}

public sealed record NewActionInput : ActionInput
{
    /// <summary>Made with the form.</summary>
    public Guid? Id { get; init; }

    public string? Indicator { get; init; }
}
