using FlowBuilder.Web.Api.Customers;
using FlowBuilder.Web.Api.Enrollments;
using FlowBuilder.Web.Api.Lists;
using FlowBuilder.Web.Api.Messages;
using FlowBuilder.Web.Api.ParkedInputs;
using FlowBuilder.Web.Api.QaClock;
using FlowBuilder.Web.Api.Reviews;
using FlowBuilder.Web.Api.Sequences;
using FlowBuilder.Web.Api.Suppressions;
using FlowBuilder.Web.Api.Templates;
using FlowBuilder.Web.Api.ToDos;
using FlowBuilder.Web.Hosting.RequestBodies;
using FlowBuilder.Web.Hosting.Settings;

namespace FlowBuilder.Web.Api;

/// <summary>The management API, <c>/api/v1</c> (contract.md section 4).</summary>
internal static class ApiRoutes
{
    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.AddEndpointFilterFactory(QueryNames.Check);
        api.AddEndpointFilter(RefuseBadArguments.Filter);
        api.ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);

        CustomerRoutes.Map(api);
        SequenceRoutes.Map(api);
        EnrollmentRoutes.Map(api);
        ReviewRoutes.Map(api);
        MessageRoutes.Map(api);
        SuppressionRoutes.Map(api);
        ToDoRoutes.Map(api);
        TemplateRoutes.Map(api);
        ParkedInputRoutes.Map(api);
        if (app.Services.GetRequiredService<Installation>().Qa) QaClockRoutes.Map(api);
    }
}
