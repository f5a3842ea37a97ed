using System.Text.Json;
using FlowBuilder.Application.Access;
using FlowBuilder.Application.Sequences.Drafts;
using FlowBuilder.Application.Templates;
using FlowBuilder.Core.Model.Ids;
using FlowBuilder.Core.Model.Sequences;
using FlowBuilder.Core.Plans.Compile;
using FlowBuilder.Core.Steps.Json;

namespace FlowBuilder.Web.Components.Designer.Model;

/// <summary>Opens drafts for the designer: the document, and what the company has that steps can name.</summary>
public sealed class DesignRooms(DraftReader drafts, StepJson steps, PlanCompiler compiler, TimeProvider clock, IInlineTexts texts)
{
    /// <summary>The room of a sequence; null when the company has no such sequence, or only an archived one.</summary>
    public async Task<OpenDraft?> OpenAsync(Caller caller, SequenceId sequence, CancellationToken cancellation)
    {
        if (await drafts.OpenAsync(caller.Company, sequence, cancellation) is not { } draft) return null;
        var room = new DesignRoom(draft.Document, steps, compiler, draft.Directory, draft.Surroundings, clock, texts, Salt());
        return new OpenDraft(room, draft.Revision, draft.State, draft.Version);
    }

    /// <summary>New ids of this visit are set apart from those of others, at the same time or earlier.</summary>
    private string Salt() =>
        clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", System.Globalization.CultureInfo.InvariantCulture)[^8..];
}

/// <summary>A draft that was opened.</summary>
/// <param name="Room">Where it is worked on.</param>
/// <param name="Revision">The revision read.</param>
/// <param name="State">What the sequence is at.</param>
/// <param name="Version">The live version's number; 0 before the first.</param>
public sealed record OpenDraft(DesignRoom Room, int Revision, SequenceState State, int Version);
